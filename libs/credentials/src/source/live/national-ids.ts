/** Where national ids are kept. A port: who keeps them decides who may read them, and writes each reading down. */
export abstract class NationalIds {
  /** The person's national id for one check; null when none is on record. */
  abstract of(personId: string, checkId: string): Promise<string | null>;
}
