/** Tables by UTF-16 unit, filled as units are met. */

/** Neighbours that are filled together. */
const NEIGHBOURS = 16;

/**
 * Calls for a unit and its neighbours, with each as a string. All are made at once: of a single one the compiler knows that making
 * it has no effect, and makes it for every unit that a loop reads, before it knows whether it is needed.
 */
export function fillAround(unit: number, fill: (unit: number, character: string) => void): void {
  const first = unit - (unit % NEIGHBOURS), characters = String.fromCharCode(...Array.from({ length: NEIGHBOURS }, (_, i) => first + i));
  for (let i = 0; i < NEIGHBOURS; i++) fill(first + i, characters.charAt(i));
}
