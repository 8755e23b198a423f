import { STYLE } from '../../adapters/web/page.ts';

/** The style of the admin page. */
export const ADMIN_STYLE = `${STYLE}
main{max-width:60rem;font-family:system-ui,sans-serif;font-size:1rem;line-height:1.5;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0 0 1rem;padding:0}
nav a{display:inline-block;padding:.5rem 0;min-height:1.5rem}nav a[aria-current]{color:var(--ink);font-weight:600;text-decoration:none;border-bottom:.1875rem solid var(--link)}
header{margin-bottom:0}h2,caption{font-size:1.125rem;font-weight:600;text-align:left;margin:1.75rem 0 .5rem;padding:0}h3{font-size:1rem;margin:1rem 0 .25rem}
caption{margin:0;padding:1.75rem 0 .5rem}table{border-collapse:collapse;width:100%;table-layout:fixed}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-top:1px solid var(--line);font-size:.9375rem}
th{font-weight:400}thead th{color:var(--quiet);font-size:.8125rem;border:0;padding-top:0}thead th:first-child{width:38%}
.note,.detail,.sources,.items,small,label,legend{font-size:.875rem}.note,.detail,small{color:var(--quiet)}small{display:block}
.sources,.items{padding:0;list-style:none;margin:.75rem 0}.items li,.sources li{margin:.25rem 0}
q{quotes:none;font-family:Georgia,"Times New Roman",serif}q::before,q::after{content:none}
label{display:block;margin:.75rem 0 .25rem}label small{display:inline}
button,input,textarea{font:inherit;color:inherit;background:transparent;border:1px solid var(--quiet);border-radius:.375rem;padding:.5rem .75rem;min-height:2.75rem;box-sizing:border-box}
input,textarea{width:100%;max-width:40rem}textarea{min-height:5.5rem}button{cursor:pointer}button:hover{background:var(--line)}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem;margin:.75rem 0;align-items:center}.main{background:var(--link);border-color:var(--link);color:var(--paper)}.main:hover{background:var(--ink)}
.danger{border-color:var(--danger);color:var(--danger)}:root{--danger:#a3261a}@media(prefers-color-scheme:dark){:root{--danger:#ff9d8f}}
.notice{border-left:.25rem solid var(--mark);padding:.25rem 0 .25rem .75rem;margin:1rem 0}.notice p,.notice h3{margin:.25rem 0}
#preview{border-left:.25rem solid var(--line);padding-left:.75rem;margin:1rem 0}#preview:empty{display:none}
:focus-visible{outline:.1875rem solid var(--link);outline-offset:.125rem}
@media(max-width:30rem){main{padding:1rem 1rem 3rem}thead th:first-child{width:44%}}
@media print{nav,form{display:none}}`;
