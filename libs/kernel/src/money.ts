/** An amount in the currency's minor unit; IDR is kept with none, as the rupiah has no cents in use. */
export interface Money {
  /** Whole minor units. */
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** Adds two amounts of one currency. Throws a RangeError for different currencies. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${a.currency} and ${b.currency}`);
  return { amount: a.amount + b.amount, currency: a.currency };
}
