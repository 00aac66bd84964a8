const paths = {
  alert: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 5v3.6M8 10.9v.1',
  back: 'M10 3.6 5.6 8l4.4 4.4',
  bell: 'M4 11.2V7a4 4 0 0 1 8 0v4.2l1.2 1.2H2.8L4 11.2ZM6.6 14h2.8',
  calendar: 'M2.6 4h10.8v9.4H2.6V4ZM2.6 7h10.8M5.4 2.4V5M10.6 2.4V5',
  chart: 'M2.4 13.6h11.2M4 11V8M7 11V4M10 11V6.4M13 11V5',
  check: 'm3 8.4 3.2 3.2L13 4.8',
  chevron: 'm6 3.6 4.4 4.4L6 12.4',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6',
  close: 'm4 4 8 8M12 4l-8 8',
  document: 'M4 2h5.4L12.4 5v9H4V2ZM9 2v3.4h3.4M6 8.4h4.4M6 11h4.4',
  download: 'M8 2.4v8M4.6 7.4 8 10.6l3.4-3.2M2.8 13.4h10.4',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.4a1.7 1.7 0 1 1 2.5 1.5c-.5.3-.8.6-.8 1.2M8 11.2v.1',
  history: 'M2.6 8a5.4 5.4 0 1 0 1.6-3.8L2.6 5.8M2.6 2.6v3.2h3.2M8 5v3.2l2.2 1.4',
  home: 'M2.4 7.4 8 2.6l5.6 4.8M4 6.4v7h8v-7M6.8 13.4V9.6h2.4v3.8',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.4v3.6M8 5v.1',
  leave: 'M9.4 4.4V2.6H3v10.8h6.4v-1.8M6.4 8h7M11 5.6 13.4 8 11 10.4',
  mail: 'M2 4h12v8.4H2V4ZM2.4 4.4 8 8.8l5.6-4.4',
  menu: 'M2.6 4.4h10.8M2.6 8h10.8M2.6 11.6h10.8',
  moon: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6Z',
  more: 'M3.4 8h.1M8 8h.1M12.6 8h.1',
  people:
    'M6 7.6a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8ZM1.8 13.4a4.2 4.2 0 0 1 8.4 0M10.4 3a2.4 2.4 0 0 1 0 4.4M11.8 9.6a4.2 4.2 0 0 1 2.4 3.8',
  plus: 'M8 3v10M3 8h10',
  print: 'M4.6 6V2.4h6.8V6M4.6 11.4H2.4V6h11.2v5.4h-2.2M4.6 9.2h6.8v4.4H4.6V9.2Z',
  retry: 'M13.4 8a5.4 5.4 0 1 1-1.6-3.8M13.4 2v2.6h-2.6',
  search: 'M7 11.6a4.6 4.6 0 1 0 0-9.2 4.6 4.6 0 0 0 0 9.2ZM10.4 10.4 14 14',
  star: 'm8 2.2 1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6L8 2.2Z',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M3.5 12.5l.8-.8M11.7 4.3l.8-.8',
  up: 'M8 13V3M3.8 7.2 8 3l4.2 4.2',
} as const;

export type IconName = keyof typeof paths;

/** A small line drawing that repeats what the words beside it say; hidden from screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={size > 20 ? 1.25 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
