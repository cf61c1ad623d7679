/** Waits until `probe` gives something truthy and gives that; after `limit` milliseconds it fails with `what` it waited for. */
export async function until<T>(what: string, probe: () => T | Promise<T>, limit = 30_000): Promise<NonNullable<T>> {
  const end = Date.now() + limit;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${limit} ms in vain: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 30); });
  }
}
