import type { IconName } from '#platform/ui/Icon.tsx';

/** What the page of examples shows. */
export const roster = [
  { who: 'anna.santos', product: 'Studio', since: 'Mar 1, 2026', counts: '1' },
  { who: 'ben.okafor', product: 'Studio Professional', since: 'Mar 3, 2026', counts: '1' },
  { who: 'render-farm-02', product: 'Studio', since: 'Mar 14, 2026', counts: '1,310' },
] as const;

export const iconNames: readonly IconName[] = [
  ...(['alert', 'back', 'bell', 'calendar', 'chart', 'check', 'chevron', 'clock', 'close'] as const),
  ...(['document', 'download', 'help', 'history', 'home', 'info', 'leave', 'mail', 'menu'] as const),
  ...(['moon', 'more', 'people', 'plus', 'print', 'retry', 'search', 'star', 'sun', 'up'] as const),
];
