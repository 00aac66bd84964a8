import type { CountRequest } from '#business/usage/measure.ts';
import { chanceOf } from './chance.ts';
import { happeningsOf } from './happenings.ts';
import { aggregates, type Scene, sceneOf, units } from './scene.ts';

/** A made-up history of usage, and what is asked of it. */
export type History = {
  readonly number: number;
  readonly aggregate: string;
  readonly unit: string;
  readonly scene: Scene;
  readonly request: CountRequest;
};

/** How many histories in a row visit every aggregate with every window unit once. */
export const round = aggregates.length * units.length;

/**
 * Returns the history of a number, from 0: always the same one. Numbers one after another go through all aggregates and
 * window units in turn, all else is drawn by chance: the measure's zone, filters, groups and unit size, the features
 * that count and when, the term, the moment of reading, and the records with their duplicates, conflicts, retractions
 * and late arrivals.
 */
export function historyOf(number: number): History {
  const chance = chanceOf(number + 1);
  const aggregate = number % aggregates.length;
  const unit = Math.floor(number / aggregates.length) % units.length;
  const scene = sceneOf(chance, aggregate, unit);
  const { measure, features, windows, asOf } = scene;
  const { records, chosen } = happeningsOf(chance, scene);
  return {
    number,
    aggregate: nameOf(measure.aggregate),
    unit: measure.window.unit,
    scene,
    request: { records, chosen, measure, features, windows, asOf },
  };
}

function nameOf(aggregate: CountRequest['measure']['aggregate']): string {
  if ('of' in aggregate) return `${aggregate.kind} of ${aggregate.of}`;
  return 'highest' in aggregate ? `${aggregate.kind} of the highest kind` : aggregate.kind;
}
