/** The style of the pages for reading: light, dark and printed. Nothing is told by colour alone. */
export const PAGE_STYLE = `:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fdfcf9;--quiet:#5f5b54;--mark:#ffe58a;--also:#f3efe2;--line:#ddd8cd;--link:#1a4fa3;--bar:#3f6fb5}
@media(prefers-color-scheme:dark){:root{--ink:#ece9e2;--paper:#191816;--quiet:#aaa499;--mark:#6b5500;--also:#33302a;--line:#3a3732;--link:#8fb8ff;--bar:#6f9be0}}
*{box-sizing:border-box}html{scroll-padding-top:30vh}
body{margin:0 auto;max-width:44.5rem;padding:1.25rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Georgia,"Times New Roman",serif;overflow-wrap:anywhere}
header,footer,nav,h2,h3,table,figcaption,dl,.facts,.notice,.said,.number,.page,.left-out::before{font-family:system-ui,sans-serif}
h1{font:600 1.5rem/1.25 system-ui,sans-serif;margin:.125rem 0 .5rem}h2{font-size:1.125rem;line-height:1.3;margin:2rem 0 .5rem}h3{font-size:1rem;margin:1.5rem 0 .25rem}
.brand{margin:0;font-size:.8125rem;color:var(--quiet);letter-spacing:.02em}
header{border-bottom:1px solid var(--line);padding-bottom:.75rem;margin-bottom:1.25rem}header p{margin:.25rem 0}
footer{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:.25rem;font-size:.875rem;color:var(--quiet)}
main:focus{outline:none}a{color:var(--link)}:focus-visible{outline:.1875rem solid var(--link);outline-offset:.125rem}
.skip{position:absolute;left:-999rem;font-family:system-ui,sans-serif}.skip:focus{position:static;display:inline-block;padding:.5rem 0}
.facts,.said{color:var(--quiet);font-size:.875rem}.links{list-style:none;padding:0;margin:.5rem 0 0;font-size:.9375rem}.links li{padding:.25rem 0}
.inline{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
mark{background:var(--mark);color:inherit;padding:.1em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
mark::before,mark::after{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}mark::before{content:"quoted: "}mark::after{content:", end of quotation"}
mark.also{background:var(--also);text-decoration:underline dotted;text-underline-offset:.2em}
.number{font-size:.8125rem;font-weight:600;margin-right:.25em}.page{color:var(--quiet);float:right;clear:right;font-size:.75rem;margin:.3em 0 0 .75rem}
.left-out{color:var(--quiet);border-left:.1875rem dashed var(--quiet);padding-left:.75rem;font-size:.9375rem;white-space:pre-line}details{margin:1rem 0}summary{font:.875rem system-ui,sans-serif;color:var(--quiet);cursor:pointer}p.left-out::before{content:"left out: ";font-size:.75rem}span.left-out{border:0;padding:0 .15em;outline:1px dashed var(--quiet)}
.notice{border-left:.25rem solid var(--mark);padding:.125rem 0 .125rem .75rem;margin:1rem 0;font-size:.9375rem}
blockquote{margin:1rem 0;padding:0 0 0 1rem;border-left:.1875rem solid var(--line)}blockquote p{margin:.25rem 0}.said{margin:.125rem 0}
del{text-decoration:line-through}ins{text-decoration:underline;text-decoration-thickness:.12em;text-underline-offset:.2em}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.125rem 1rem;margin:.5rem 0;font-size:.875rem}dt{color:var(--quiet)}dd{margin:0}code{font-size:.8125rem}
.sources{list-style:none;padding:0}.sources>li{border-top:1px solid var(--line);padding:.75rem 0}.sources h3{margin:0}
table{border-collapse:collapse;width:100%;font-size:.875rem;margin:.5rem 0}th,td{text-align:left;vertical-align:top;padding:.375rem .75rem .375rem 0;border-bottom:1px solid var(--line)}th,td{overflow-wrap:break-word}td:first-child{white-space:nowrap}td.wide:first-child{white-space:normal}caption{text-align:left}
figure{margin:1rem 0}svg{display:block;max-width:100%;font-family:system-ui,sans-serif}svg text{fill:var(--ink);font-size:13px}svg .quiet{fill:var(--quiet);font-size:12px}svg .bar{fill:var(--bar)}svg .axis{stroke:var(--quiet);stroke-width:1}svg .guide{stroke:var(--line);stroke-width:1}svg .hollow{fill:var(--paper);stroke:var(--bar);stroke-width:2}
@media(max-width:30rem){body{padding:1rem 1rem 3rem}dl{gap:.125rem .75rem}table.stacked thead{position:absolute;clip-path:inset(50%)}table.stacked td{display:block;border:0;padding:.125rem 0}table.stacked td[data-head]::before{content:attr(data-head) ": ";color:var(--quiet)}table.stacked tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}}
@media print{:root{color-scheme:light;--ink:#000;--paper:#fff;--quiet:#444;--mark:#fff2b3;--also:#fff;--line:#bbb;--link:#000;--bar:#555}body{max-width:none;padding:0;font-size:11pt}.skip,nav,.screen{display:none}mark{outline:1px solid #999;-webkit-print-color-adjust:exact;print-color-adjust:exact}svg .bar{-webkit-print-color-adjust:exact;print-color-adjust:exact}h2,h3{break-after:avoid}blockquote,.sources>li,figure,tr{break-inside:avoid}a{text-decoration:none}@page{margin:2cm}}`;
