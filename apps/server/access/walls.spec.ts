import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { type Running, running } from '../given/running.ts';
import { twoTenants } from '../given/twoTenants.ts';
import { tryWalls, type Walls } from '../given/walls.ts';
import { operations } from './operations.ts';

/** `npm run soak -- tenant-wall` asks for more rounds, and for the result in a file. */
const { WALL_ROUNDS: rounds = '1', WALL_SEED: seed = '2026', WALL_RESULT: file } = process.env;
let it: Running;
let walls: Walls;

beforeAll(async () => {
  it = await running(at('2026-07-10'));
  const known = await twoTenants(it, 2, Number(seed));
  walls = await tryWalls(it, known, Number(rounds), Number(seed));
  const { probes, told, reached } = walls;
  const result = { probes, told, operations: Object.keys(operations).length, reached: reached.size };
  if (file) writeFileSync(file, JSON.stringify(result));
}, 3_600_000);
afterAll(() => it.stop());

test("asking for another's thing is answered like asking for what nobody has", () => {
  expect(walls.told.slice(0, 20)).toEqual([]);
  expect(walls.probes).toBeGreaterThan(1_000 * Number(rounds));
});

test('nothing of it is a mistake of ours', () => {
  expect(it.failed).toEqual([]);
});
