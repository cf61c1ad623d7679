/** The way to the extension, and the words of the interface that it has put into the page. */
declare function acquireVsCodeApi(): { postMessage(message: unknown): void; getState(): unknown; setState(state: unknown): void };

export interface Host<From> {
  post(message: From): void;
  /** What this view kept when it was last shown. */
  readonly kept: Readonly<Record<string, unknown>>;
  keep(state: Readonly<Record<string, unknown>>): void;
  /** A text of the interface; {0} and {1} are replaced. */
  word(name: string, ...values: readonly (string | number)[]): string;
}

export function createHost<From>(): Host<From> {
  const api = acquireVsCodeApi();
  const words = JSON.parse(document.body.dataset['words'] ?? '{}') as Readonly<Record<string, string>>;
  const kept: unknown = api.getState();
  return {
    post: (message) => api.postMessage(message),
    kept: typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {},
    keep: (state) => api.setState(state),
    word: (name, ...values) => (words[name] ?? name).replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)] ?? '')),
  };
}
