/** Somebody who may be put down as a trainer. */
export class TrainerCandidateView {
  personId: string;
  /** With titles. */
  name: string;
}
