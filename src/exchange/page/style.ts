/** How the page looks: on a narrow screen, in the dark, and printed on A4. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --quiet: #555; --paper: #fff; --link: #0b4f8a; --line: #8a8a8a; --tint: #f2f4f7; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --quiet: #b4b4b4; --paper: #16181b; --link: #8cc2ff; --line: #7d8590; --tint: #22262b; }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 Georgia, 'Times New Roman', serif; color: var(--ink); background: var(--paper); }
body { max-width: 46rem; margin: 0 auto; padding: 1rem 1rem 4rem; overflow-wrap: break-word; hyphens: auto; }
h1, h2, h3, h4, h5, h6, table, figcaption, nav { font-family: Arial, 'Liberation Sans', Helvetica, sans-serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.5em; hyphens: manual; }
h1 { font-size: 2rem; margin-top: 1em; }
h2 { font-size: 1.5rem; padding-top: 0.5em; border-top: 1px solid var(--line); }
h3 { font-size: 1.2rem; }
h4, h5, h6 { font-size: 1rem; }
a { color: var(--link); }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
nav ul { list-style: none; padding-left: 0; }
nav ul ul { padding-left: 1.25rem; }
nav li { margin: 0.4em 0; }
blockquote { margin: 1em 0; padding: 0.1em 0 0.1em 1rem; border-left: 4px solid var(--line); }
blockquote p { margin: 0.4em 0; }
figure { margin: 1.5em 0; }
figure img, figure svg { display: block; max-width: 100%; height: auto; background: #fff; }
figure svg { min-width: 34rem; }
figcaption { font-size: 0.9rem; color: var(--quiet); margin-top: 0.5em; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.95rem; line-height: 1.35; min-width: 100%; hyphens: manual; }
th, td { padding: 0.4em 0.6em; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--tint); vertical-align: bottom; }
tbody th { font-weight: normal; min-width: 10rem; }
.right { text-align: right; white-space: nowrap; }
pre { white-space: pre-wrap; background: var(--tint); padding: 0.75rem; }
hr { border: 0; border-top: 1px solid var(--line); }
.sheet { max-width: none; }
.sheet p { max-width: 46rem; }
.sheet td { min-width: 18rem; }
@media screen {
  .sheet .wide { overflow: auto; max-height: 95vh; }
  .sheet thead th { position: sticky; top: 0; z-index: 1; }
  .sheet tbody th { position: sticky; left: 0; min-width: 7rem; max-width: 9rem; background: var(--paper); }
}
@media screen and (min-width: 60rem) {
  figure .wide { margin-right: calc(23rem - 50vw + 1rem); }
  figure svg { max-width: none; }
}
@media print {
  @page { size: A4; margin: 25mm 22mm; @bottom-center { content: counter(page); } }
  :root { --ink: #000; --quiet: #333; --paper: #fff; --link: #000; --line: #666; --tint: #eee; color-scheme: light; }
  html { font-size: 11pt; line-height: 1.4; }
  body { max-width: none; padding: 0; }
  a { text-decoration: none; }
  .skip { display: none; }
  nav, h2 { break-before: page; border-top: 0; }
  nav h2 { break-before: auto; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  blockquote, figure, tr, li { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  figure svg, figure img { min-width: 0; max-width: 100%; max-height: 190mm; }
  table { font-size: 9.5pt; }
  @page sheet { size: A4 landscape; margin: 15mm 12mm; }
  .sheet { page: sheet; }
  .sheet table { table-layout: fixed; width: 100%; font-size: 7.5pt; hyphens: auto; overflow-wrap: anywhere; }
  .sheet th, .sheet td { min-width: 0; padding: 0.3em 0.4em; }
  .sheet tr { break-inside: auto; }
}
`;
