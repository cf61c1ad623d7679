/** Equal pieces counted, in the order of their first place. */
export class Tally<T extends { count: number }> {
  private readonly known = new Map<string, T>();

  add(key: string, make: () => T): T {
    let entry = this.known.get(key);
    if (!entry) { entry = make(); this.known.set(key, entry); }
    entry.count++;
    return entry;
  }

  list(): T[] {
    return [...this.known.values()];
  }
}
