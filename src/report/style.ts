/** The style sheet of the page. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--quiet:#8a94a0;--line:#d9dee4;--soft:#f3f5f7;--accent:#0b63b5;--high:#1a7f64;--medium:#d99a1c;--low:#c2453b;--mark:#ffe9a8;--t1:#d7ece5;--t2:#a6d6c7;--t3:#63b69d;--t4:#2b9077;--t5:#0f6b55}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e6eaee;--quiet:#8d98a4;--line:#333b44;--soft:#1d2329;--accent:#6db3f2;--high:#3fb68f;--medium:#e0ac48;--low:#e5766d;--mark:#5f4d12;--t1:#17332b;--t2:#1c4a3d;--t3:#216855;--t4:#2b8b70;--t5:#3fb68f}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Noto Sans",sans-serif}
main,header,footer{max-width:1320px;margin:0 auto;padding:0 24px}
header{padding-top:28px}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .3rem}
h2{font-size:1.2rem;margin:0 0 .2rem}
h3{font-size:.95rem;margin:1rem 0 .2rem}
p{margin:.2rem 0 .6rem}
a{color:var(--accent)}
.note{color:var(--quiet);font-size:.9rem}
html[data-lang=vi] .en,html[data-lang=en] .vi{display:none}
.facts{display:flex;flex-wrap:wrap;gap:6px 28px;margin:14px 0;padding:0;list-style:none}
.facts b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
.top{display:flex;justify-content:space-between;align-items:flex-start;gap:16px}
.filters{display:flex;flex-wrap:wrap;gap:10px;align-items:end;padding:12px;background:var(--soft);border:1px solid var(--line);border-radius:8px}
.filters label{display:flex;flex-direction:column;font-size:.8rem;color:var(--ink);min-width:0;flex:1 1 150px}
input,select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:6px 8px;min-width:0;width:100%}
button{width:auto;cursor:pointer}
:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.shown{font-size:.9rem;margin:8px 2px}
.grid{display:grid;grid-template-columns:minmax(0,380px) minmax(0,1fr);gap:40px;align-items:start}
section{margin:34px 0;min-width:0}
.grid section{margin-top:0}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:.85rem;margin:4px 0 8px}
.legend i{display:inline-block;width:.8em;height:.8em;border-radius:2px;margin-right:.35em}
.plot svg{display:block;max-width:100%;height:auto;overflow:visible}
.plot.narrow{display:none}
.plot a:hover :is(rect,circle),.plot a:focus :is(rect,circle){stroke:var(--ink);stroke-width:1.5}
.off{opacity:.09;pointer-events:none}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,400px),1fr));gap:8px 28px}
.tiles{display:grid;grid-template-columns:repeat(8,minmax(0,1fr));gap:3px;max-width:380px}
.tile{aspect-ratio:1;padding:1px;border:1px solid transparent;border-radius:4px;background:var(--soft);display:flex;flex-direction:column;align-items:center;justify-content:center;line-height:1.1;overflow:hidden}
.tile{line-height:1.05}.tile b{font-size:.65rem;font-weight:500}.tile i{font-style:normal;font-size:.72rem;font-weight:700;font-variant-numeric:tabular-nums}
.s1{background:var(--t1)}.s2{background:var(--t2)}.s3{background:var(--t3)}.s4{background:var(--t4);color:#fff}.s5{background:var(--t5);color:#fff}
@media (prefers-color-scheme:dark){.s5{color:#04130e}}
.tile[aria-pressed=true]{outline:3px solid var(--accent);outline-offset:0}
.units{display:flex;gap:6px;margin:.4rem 0}
.units button[aria-pressed=true]{background:var(--accent);color:var(--paper);border-color:var(--accent)}
html[data-units="63"] .map[data-units="34"],html[data-units="34"] .map[data-units="63"]{display:none}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line)}
td ul{margin:0;padding-left:1.1em}
.goals{list-style:none;margin:0;padding:0}
.goals>li{content-visibility:auto;contain-intrinsic-size:auto 7rem;border-bottom:1px solid var(--line);padding:10px 8px;overflow-wrap:anywhere}
.goals>li:target{background:var(--soft);box-shadow:inset 4px 0 0 var(--accent)}
.goals>li[hidden]{display:none}
.goals .head{font-weight:600}.goals .tail{color:var(--quiet);font-size:.88rem}
.goals q{quotes:none}.goals q,.goals .tail>*{unicode-bidi:isolate}
mark{background:var(--mark);color:inherit;padding:0 .1em;border-radius:2px}
.dot{display:inline-block;width:.7em;height:.7em;border-radius:50%;margin-right:.4em}
.high{background:var(--high)}.medium{background:var(--medium)}.low{background:var(--low)}
details>summary{cursor:pointer;font-weight:600;margin:.4rem 0}
footer{color:var(--quiet);font-size:.85rem;padding-bottom:40px;overflow-wrap:anywhere}
@media (max-width:920px){.grid{grid-template-columns:minmax(0,1fr)}.grid section{margin-top:34px}}
@media (max-width:900px){.plot.wide{display:none}.plot.narrow{display:block}.panels .plot svg{max-width:342px}}
.panels .plot.wide{display:none}.panels .plot.narrow{display:block}
@media (min-width:901px) and (max-width:1279px){.grid .plot.wide svg{width:100%}}
@media (max-width:640px){main,header,footer{padding-left:16px;padding-right:16px}h1{font-size:1.35rem}.contradictions thead{display:none}.contradictions :is(tr,td){display:block;border:0;padding:1px 0}.contradictions tr{border-bottom:1px solid var(--line);padding:8px 0}}
`
