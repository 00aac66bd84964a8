import type { Principal } from '#business/identity/principal.ts';
import type { Identify } from './guard.ts';

/** In whose name the program asks itself, such as when it loads the demo; never given to anybody who comes from outside. */
export const ourselves: Principal = { kind: 'staff', account: 'staff', role: 'administrator' };

/** Takes whoever asks for the program itself. */
export const identifyAsOurselves: Identify = async () => ourselves;
