declare module '*.module.css' {
  const names: { readonly [name: string]: string };
  export default names;
}
declare module '*.css';

/** What Vite makes of files that a pattern names: a way to read each. */
interface ImportMeta {
  glob<T>(
    pattern: string,
    how: { readonly query: string; readonly import: string },
  ): Record<string, () => Promise<T>>;
}
