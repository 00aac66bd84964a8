import { createTheme, type MantineColorsTuple } from '@mantine/core';

const shades = Array.from({ length: 10 }, (_, shade) => `var(--mantine-color-petrol-${shade})`);

/** How Mantine's parts look here. The colors themselves are in theme.css, for both schemes. */
export const theme = createTheme({
  primaryColor: 'petrol',
  colors: { petrol: shades as unknown as MantineColorsTuple },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    ModalRoot: {
      // Locking the scroll would insert a style element, which the content security policy refuses.
      defaultProps: { lockScroll: false, centered: true, radius: 'lg', padding: 'lg' },
    },
    DrawerRoot: { defaultProps: { lockScroll: false } },
    Button: { defaultProps: { size: 'sm' } },
  },
});
