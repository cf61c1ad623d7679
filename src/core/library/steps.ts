/** Long work in steps: who does it may do something else in between, or leave it. */
export type Steps<T> = Generator<undefined, T>;

/** Does all of it at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
