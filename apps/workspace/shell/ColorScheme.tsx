import { SegmentedControl, useMantineColorScheme } from '@mantine/core';

const schemes = [
  { value: 'auto', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** Light, dark, or as the system is (the default). */
export function ColorScheme() {
  // Stopping transitions for the change would insert a style element, which the content security policy refuses.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <SegmentedControl
      className="noPrint"
      size="xs"
      aria-label="Colors"
      value={colorScheme}
      data={[...schemes]}
      onChange={setColorScheme}
    />
  );
}
