export type Colors = 'auto' | 'light' | 'dark';

/** The workspace keeps its choice under the same name, so that one choice is good for both. */
const key = 'mantine-color-scheme-value';

/** Returns the colors chosen in this browser: those of the device where none were. */
export function chosenColors(): Colors {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

/** Shows the page in these colors, and keeps the choice. */
export function chooseColors(colors: Colors): void {
  showColors(colors);
  try {
    localStorage.setItem(key, colors);
  } catch {
    // Without a memory the choice holds until the page is left.
  }
}

/** Shows the page in these colors. */
export function showColors(colors: Colors): void {
  if (colors === 'auto') delete document.documentElement.dataset.colors;
  else document.documentElement.dataset.colors = colors;
}
