/** The start page's style, in light and dark, with system fonts only. */
import { Html } from "../html.ts";

export const styleSheet = new Html(`
:root {
  color-scheme: light dark;
  --text: light-dark(#1b1d22, #e8e9ec);
  --quiet: light-dark(#575d69, #a4aab6);
  --ground: light-dark(#f6f7f9, #16181c);
  --card: light-dark(#ffffff, #1f2227);
  --line: light-dark(#d9dce2, #363b44);
  --edge: light-dark(#858b97, #7b8290);
  --accent: light-dark(#0b5cad, #7db8ff);
  --on-accent: light-dark(#ffffff, #10233a);
}
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-top: 1rem }
body {
  margin: 0 auto; max-width: 72rem; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem;
  background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif;
}
h1, h2, h3 { line-height: 1.2; text-wrap: balance }
h1 { margin: 0 0 .5rem; font-size: 2rem }
h2 { margin: 0 0 .25rem; font-size: 1.35rem }
h3 { margin: 0; font-size: 1rem }
p, ul { margin: 0; padding: 0 }
ul { list-style: none }
a { color: var(--accent); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
code, .statuses { font: .85em/1.4 ui-monospace, monospace }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: 1rem }
.notice { margin-top: 1rem; padding: .75rem 1rem; border-left: 4px solid var(--accent); background: var(--card) }
section { margin-top: 2.75rem }
.intro { margin-bottom: 1rem; color: var(--quiet) }
.look-for { color: var(--quiet); font-size: .925rem }
.items { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .75rem }
.items > li, .forms > form, .fetches {
  padding: .85rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card);
}
.head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 1rem }
.head a { font-weight: 600 }
.statuses { color: var(--quiet); white-space: nowrap }
.forms { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: .75rem }
.forms > form { display: grid; gap: .9rem; align-content: start }
.forms h3 code { display: block; margin-top: .2rem; color: var(--quiet); font-weight: 400 }
.forms .items { grid-template-columns: 1fr; gap: .8rem }
.forms .items > li { padding: .8rem 0 0; border: 0; border-top: 1px solid var(--line); border-radius: 0 }
.forms .look-for { margin-top: .35rem }
.fields, .buttons { display: flex; flex-wrap: wrap; gap: .6rem .75rem }
.forms .fields { min-height: 4rem; align-content: start }
.fields label { display: grid; flex: 1 1 8rem; gap: .15rem; color: var(--quiet); font-size: .875rem }
.fields input[type=file] { max-width: 16rem }
input, select, button { font: inherit; color: var(--text) }
input:not([type=file]), select {
  width: 100%; padding: .3rem .5rem; border: 1px solid var(--edge); border-radius: .3rem; background: var(--ground);
}
button {
  padding: .35rem .8rem; border: 1px solid var(--accent); border-radius: .3rem;
  background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: pointer;
}
button:hover { filter: brightness(1.1) }
.fetches { display: grid; gap: .9rem }
.fetches .fields label { flex: 0 1 14rem }
output { padding: .6rem .8rem; border-radius: .3rem; background: var(--ground); overflow-wrap: anywhere }
footer { margin-top: 3rem; color: var(--quiet) }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
`);
