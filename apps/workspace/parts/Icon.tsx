const paths = {
  beyond: 'M8 2.2 14.4 13.4H1.6L8 2.2ZM8 6.4v3.2M8 11.6v.1',
  near: 'M2.2 11.2a6 6 0 1 1 11.6 0M8 10.2l2.8-3.4',
  within: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5.4 8.2l1.9 1.9 3.4-4',
  covered: 'M8 1.8 13 3.6v4c0 3.2-2.1 5.4-5 6.6-2.9-1.2-5-3.4-5-6.6v-4l5-1.8ZM5.8 7.8l1.6 1.6 2.8-3.2',
  'cannot-tell':
    'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.4a1.7 1.7 0 1 1 2.5 1.5c-.5.3-.8.6-.8 1.2M8 11.2v.1',
  search: 'M7 11.6a4.6 4.6 0 1 0 0-9.2 4.6 4.6 0 0 0 0 9.2ZM10.4 10.4 14 14',
  alert: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 5v3.6M8 10.9v.1',
  retry: 'M13.4 8a5.4 5.4 0 1 1-1.6-3.8M13.4 2v2.6h-2.6',
  mail: 'M2 4h12v8.4H2V4ZM2.4 4.4 8 8.8l5.6-4.4',
  star: 'm8 2.2 1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6L8 2.2Z',
  chevron: 'm6 3.6 4.4 4.4L6 12.4',
  flag: 'M3.6 14V2.4M3.6 3h8.2l-1.8 2.9 1.8 2.9H3.6',
  back: 'M10 3.6 5.6 8l4.4 4.4',
  menu: 'M2.4 4.4h11.2M2.4 8h11.2M2.4 11.6h11.2',
  help: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.3 6.4a1.7 1.7 0 1 1 2.5 1.5c-.5.3-.8.6-.8 1.2M8 11.2v.1',
  bell: 'M8 2.2a3.8 3.8 0 0 1 3.8 3.8c0 3.2 1.4 4.4 1.4 4.4H2.8s1.4-1.2 1.4-4.4A3.8 3.8 0 0 1 8 2.2ZM6.8 12.8a1.3 1.3 0 0 0 2.4 0',
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
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
