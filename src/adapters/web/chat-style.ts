import { STYLE } from './page.ts';

/** The style of the chat page. */
export const CHAT_STYLE = `${STYLE}
:root{--rule:#d9a400}@media(prefers-color-scheme:dark){:root{--rule:#b8921a}}
main{display:flex;flex-direction:column;box-sizing:border-box;min-height:100vh;padding-bottom:0}
header{margin-bottom:1rem}kbd{font:.9em ui-monospace,monospace;white-space:nowrap}
nav,.turns h2,h2,h3,h4,.note,.detail,.sources,.items,form,.inbox,.steps{font-family:system-ui,sans-serif}
nav h2,.inbox h2{font-size:.875rem;color:var(--quiet);margin:0 0 .5rem}
.inbox{border:1px solid var(--line);border-radius:.375rem;padding:0 .75rem;margin:.5rem 0}.inbox summary{padding:.625rem 0;cursor:pointer}
.inbox summary h2{display:inline;margin:0;color:inherit}.unread{font-size:.75rem;color:var(--paper);background:var(--link);border-radius:1rem;padding:.05rem .5rem}
.log{flex:1}.turns{list-style:none;margin:1rem 0;padding:0}.turns>li{padding:.5rem 0 1.5rem;scroll-margin-top:.5rem}
.turns>li+li{border-top:1px solid var(--line)}.turns>li:focus{outline:none}
.turns h2{font-size:1rem;margin:.5rem 0 .75rem}.turns h2::before{content:"› "/"";color:var(--quiet)}
h3{font-size:1.125rem;line-height:1.3;margin:1rem 0 .25rem}h4{font-size:.9375rem;margin:1.25rem 0 .25rem}
.turns p{margin:.5rem 0}.note,.detail,.sources,.items,legend{font-size:.875rem}.note,.detail{color:var(--quiet)}
p.quote{border-left:.1875rem solid var(--rule);padding-left:.875rem;margin:.875rem 0}
.sources,.items{padding:0;list-style:none;margin:.75rem 0}.items li,.sources li{margin:.25rem 0}.sources{border-top:1px solid var(--line);padding-top:.5rem}
article,.say,nav,.inbox{overflow-wrap:anywhere}q{quotes:none}q::before,q::after{content:none}
button,input,.ask summary{font:inherit;font-size:1rem;color:inherit;background:transparent;border:1px solid var(--quiet);border-radius:.375rem;padding:.5rem .75rem;min-height:2.75rem;box-sizing:border-box}
nav button,.steps button,.steps summary,fieldset button{font-size:.875rem;margin:0 .25rem .5rem 0}
button,summary{cursor:pointer}button:hover,summary:hover{background:var(--line)}
.steps{display:flex;flex-wrap:wrap;align-items:flex-start;gap:0 .25rem;margin-top:.75rem}.rating{margin-left:auto}.rating button{border-color:transparent;color:var(--quiet)}
.ask summary{list-style:none;display:inline-flex;align-items:center}.ask summary::-webkit-details-marker{display:none}.ask[open]{flex-basis:100%}
.ask form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end}.ask label{flex:1 1 14rem;font-size:.875rem;color:var(--quiet)}.ask input{width:100%;color:var(--ink)}
.next button:first-child,.say button{background:var(--link);border-color:var(--link);color:var(--paper)}
.next button:first-child:hover,.say button:hover{filter:brightness(1.15)}
:focus-visible{outline:.1875rem solid var(--link);outline-offset:.125rem}fieldset{border:0;padding:0;margin:.5rem 0}legend{padding:0;margin-bottom:.25rem}html{scroll-padding-bottom:9rem}
.say{position:sticky;bottom:0;background:var(--paper);border-top:1px solid var(--line);padding:.75rem 0 1rem}
.say label,.status{font-size:.875rem;color:var(--quiet)}.say div{display:flex;gap:.5rem;margin-top:.25rem;position:relative}.say input{flex:1;min-width:0}

.list{border-top:1px solid var(--line);font-size:.875rem}.list summary{padding:.625rem 0;color:var(--quiet)}.list div{display:flex;flex-wrap:wrap;gap:.5rem;margin:.25rem 0 .75rem}.list input{flex:1 1 14rem;min-width:0}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.status{margin:.25rem 0 0}.status:empty{display:none}
.choices{position:absolute;bottom:100%;left:0;right:0;list-style:none;margin:0 0 .25rem;padding:.25rem;max-height:50vh;overflow:auto;background:var(--paper);border:1px solid var(--quiet);border-radius:.375rem}
.choices li{padding:.4rem .5rem;border-radius:.25rem;cursor:pointer}.choices [aria-selected=true],.choices li:hover{background:var(--line)}.choices span{color:var(--quiet);font-size:.875rem;margin-left:.5rem}
@media print{nav,form,.inbox,.steps{display:none}}`;
