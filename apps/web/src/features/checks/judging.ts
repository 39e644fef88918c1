/** What an officer wants to say of a check: agree, say otherwise, or write the reason. */
export type Judgement = 'confirm' | 'override' | 'reason';

/** An open form for an officer's word. */
interface Judge {
  form: HTMLElement;
  begin: (judgement: Judgement) => void;
}

const judges = new Set<Judge>();

/** A form offers itself while it is on the page; gives back what takes it away. */
export function offerJudge(judge: Judge): () => void {
  judges.add(judge);
  return () => void judges.delete(judge);
}

/** Begins an officer's word on the check in focus, else on the first that waits for one. Fills in; sends nothing. */
export function judgeHere(judgement: Judgement): void {
  judgeInHand()?.begin(judgement);
}

/** The requirement that the officer has in hand: the one in focus, else that of the first check that waits. */
export function partInHand(): string | undefined {
  const place = document.activeElement?.closest('[data-part]') ?? judgeInHand()?.form.closest('[data-part]');
  return place instanceof HTMLElement ? place.dataset['part'] : undefined;
}

function judgeInHand(): Judge | undefined {
  const inOrder = [...judges].sort((one, other) =>
    one.form.compareDocumentPosition(other.form) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  const holds = (place: Element | null | undefined) => place?.contains(document.activeElement) ?? false;
  return (
    inOrder.find(({ form }) => holds(form.closest('[data-check]'))) ??
    inOrder.find(({ form }) => holds(form.closest('[data-part]'))) ??
    inOrder[0]
  );
}
