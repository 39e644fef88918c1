/** Something that recurs. It may run late, and twice: it finds out what is due by itself. */
export abstract class ScheduledTask {
  abstract run(): Promise<void>;
}
