import { postgresCode } from './guarded';

/** Classes of SQLSTATE that may be one item's fault: its values, a constraint, a deadlock, its size. */
const OF_ONE = /^(?:2[123]|40|54)/;

interface Waiting<Item, Answer> {
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Lets what comes while a statement is under way travel together in the next one: under load one statement and one commit serve
 * many, and alone nobody waits. Several processes may drive the same way: `work` is one transaction that bears being repeated.
 */
export class Convoy<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private isUnderWay = false;

  /**
   * @param work one statement for all items; answers in their order.
   * @param most items in one statement.
   */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<readonly Answer[]>,
    private readonly most = 100,
  ) {}

  /** The item's own answer, or the error of the statement that it was in. */
  send(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.isUnderWay) return;
      this.isUnderWay = true;
      // Whoever comes in this very moment still comes along.
      setImmediate(() => void this.drive());
    });
  }

  private async drive(): Promise<void> {
    while (this.waiting.length > 0) await this.deliver(this.waiting.splice(0, this.most));
    this.isUnderWay = false;
  }

  private async deliver(load: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.work(load.map(({ item }) => item));
      for (const [place, { resolve }] of load.entries()) resolve(answers[place] as Answer);
    } catch (error) {
      // Then each goes by itself, and only that one fails. A database that is away is away for all.
      if (load.length > 1 && OF_ONE.test(postgresCode(error) ?? '')) {
        for (const one of load) await this.deliver([one]);
      } else for (const { reject } of load) reject(error);
    }
  }
}
