/** Milliseconds without a key or a click after which what the page asks is asked by the page itself. */
const AWAY_MS = 60_000;

let lastInput = Date.now();
let lastAsked = Date.now();

for (const event of ['keydown', 'pointerdown'] as const) {
  window.addEventListener(event, () => (lastInput = Date.now()), { capture: true, passive: true });
}

/** Whether somebody sits here, as far as one can tell. */
export const isSomebodyHere = (): boolean => Date.now() - lastInput < AWAY_MS;

/** Notes a request that counts for the session. */
export const noteAsked = (): void => {
  lastAsked = Date.now();
};

/** When the last request was sent that counts for the session, in milliseconds. */
export const lastAskedAt = (): number => lastAsked;
