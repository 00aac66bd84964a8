import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { soakShare, tellSoak } from '#test/soak/specSoak.ts';
import { type Running, running } from '../given/running.ts';
import { twoTenants } from '../given/twoTenants.ts';
import { tryWalls, type Walls } from '../given/walls.ts';
import { operations } from './operations.ts';

/** One round; `npm run soak -- tenant-wall` asks for many more. */
const { rounds, seed } = soakShare(1);
let it: Running;
let walls: Walls;

beforeAll(async () => {
  it = await running(at('2026-07-10'));
  const known = await twoTenants(it, 2, seed);
  walls = await tryWalls(it, known, rounds, seed);
  const { probes, told, reached } = walls;
  const words = `${Object.keys(operations).length} operations, ${reached.size} of them looked behind the guard`;
  tellSoak({ tried: probes, failed: told, words });
}, 3_600_000);
afterAll(() => it.stop());

test("asking for another's thing is answered like asking for what nobody has", () => {
  expect(walls.told.slice(0, 20)).toEqual([]);
  expect(walls.probes).toBeGreaterThan(1_000 * rounds);
});

test('nothing of it is a mistake of ours', () => {
  expect(it.failed).toEqual([]);
});
