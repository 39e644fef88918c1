interface Entry<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Does for many at once what many ask for at once: while one batch of a key is at work, whoever comes gathers for the next,
 * in the order of their coming. Somebody who comes alone is a batch of one and waits for nobody.
 */
export class Batches<Item, Result> {
  private readonly gathering = new Map<string, Entry<Item, Result>[]>();

  /**
   * @param work answers every item, in order; when it fails, all of them fail
   * @param most items of one batch
   */
  constructor(
    private readonly work: (items: Item[]) => Promise<Result[]>,
    private readonly most: number,
  ) {}

  /** The result for this item. */
  add(key: string, item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      const entry = { item, resolve, reject };
      const gathering = this.gathering.get(key);
      if (gathering) gathering.push(entry);
      else {
        this.gathering.set(key, [entry]);
        void this.drain(key);
      }
    });
  }

  private async drain(key: string): Promise<void> {
    const gathering = this.gathering.get(key) ?? [];
    while (gathering.length > 0) await this.run(gathering.splice(0, this.most));
    this.gathering.delete(key);
  }

  private async run(batch: Entry<Item, Result>[]): Promise<void> {
    try {
      const results = await this.work(batch.map((entry) => entry.item));
      batch.forEach((entry, place) => entry.resolve(results[place] as Result));
    } catch (error) {
      batch.forEach((entry) => entry.reject(error));
    }
  }
}
