/** At the end of each spec file all streams it wrote are folded and compared. */
export { lifecycles } from '#apps/server/lifecycles.ts';
