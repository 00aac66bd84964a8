import { controlTasks } from './controls.ts';
import { dutyTasks } from './duties.ts';
import { orderTasks } from './orders.ts';
import { positionTasks } from './positions.ts';
import { questionTasks } from './questions.ts';
import { quoteTasks } from './quotes.ts';
import { reviewTasks } from './reviews.ts';
import type { TaskKind } from './task.ts';

/** Every sort of work that waits for somebody. A new sort is one function more. */
export const taskKinds: readonly TaskKind[] = [
  positionTasks,
  controlTasks,
  dutyTasks,
  questionTasks,
  orderTasks,
  quoteTasks,
  reviewTasks,
];
