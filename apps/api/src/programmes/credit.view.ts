/** A field of learning. */
export class CreditDomainView {
  code: string;
  nameId: string;
  nameEn: string;
}

/** Hours of one domain in the year. */
export class CreditSumView extends CreditDomainView {
  hours: number;
}

/** One line of the ledger. */
export class CreditLineView {
  id: string;
  /** `YYYY-MM-DD`. */
  earnedOn: string;
  domain: string;
  kind: 'attendance' | 'correction';
  /** Negative only for corrections. */
  hours: number;
  reason: string | null;
  activityId: string | null;
  titleId: string | null;
  titleEn: string | null;
}

/** A person's credits in one calendar year. */
export class CreditYearView {
  year: number;
  years: number[];
  hours: number;
  /** Hours asked per year; null where no group asks any. */
  target: number | null;
  /** Percent of the target, at most 100. */
  share: number | null;
  domains: CreditSumView[];
  entries: CreditLineView[];
}
