import { subjectInWords } from '../group-words.ts'
import { type Html, html } from '../html.ts'
import type { Queue } from '../item.ts'
import { KEY_LIST } from '../keys.ts'
import { LANGUAGES, type Say, sayNumber } from '../words/index.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** What stands around every page. */
export interface Frame {
  readonly say: Say
  readonly theme: Theme
  readonly areKeysOn: boolean
  readonly reviewer: string
  readonly isBlind: boolean
  /** What is reviewed: the runs, in words. */
  readonly subject: string
  /** What is said of runs that did not come to their end. */
  readonly unfinished: readonly string[]
  readonly tabs: readonly { readonly name: Queue | 'groups' | 'progress' | 'log'; readonly href: string; readonly count: number | null }[]
  readonly current: string
  /** Where the settings come back to. */
  readonly here: string
  readonly assets: { readonly style: string; readonly script: string }
}

/** A whole page. */
export function renderPage(frame: Frame, main: Html): string {
  const { say, theme, assets } = frame
  return `<!doctype html>${
    html`
<html lang="${say.language}" data-theme="${theme}" data-keys="${frame.areKeysOn ? 'on' : 'off'}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="${theme === 'auto' ? 'light dark' : theme}">
  <title>muctieu · ${say('title')}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${assets.style}">
  <script type="module" src="${assets.script}"></script>
</head>
<body>
  <a class="skip" href="#item">${say('skip_link')}</a>
  ${renderHeader(frame)}
  <main id="main" data-not-saved="${say('not_saved')}" data-picking="${say('picking')}" data-pick-none="${say('pick_none')}">${main}</main>
  <p id="live" role="status" aria-live="polite"></p>
  <p id="alert" role="alert"></p>
  ${renderHelp(say)}
</body>
</html>`.html
  }`
}

function renderHeader({ say, theme, areKeysOn, reviewer, isBlind, subject, unfinished, tabs, current, here }: Frame): Html {
  return html`
<header class="top">
  <div class="brand"><h1>muctieu <span>${say('title')}</span></h1><p class="subject">${subjectInWords(subject, say)}</p>${unfinished.map(says => html`<p class="unfinished">${says}</p>`)}</div>
  <nav class="tabs" aria-label="${say('sections')}">${tabs.map(
    t =>
      html`<a href="${t.href}"${t.name === current ? html` aria-current="page"` : null}>${say(`tab_${t.name}`)}${t.count !== null && html` <span class="count">${sayNumber(say, t.count)}</span>`}</a>`
  )}</nav>
  <details class="settings">
    <summary><span class="who">${reviewer}</span>${isBlind && html` <span class="blind" title="${say('blind')}">◐</span>`} <span class="sr">${say('settings')}</span></summary>
    <form method="post" action="settings">
      <input type="hidden" name="here" value="${here}">
      ${isBlind && html`<p>${say('blind')}</p>`}
      <label>${say('reviewer')} <input name="reviewer" value="${reviewer}" required maxlength="80" autocomplete="off"></label>
      <label>${say('language')} <select name="lang">${LANGUAGES.map(l => html`<option value="${l}" lang="${l}"${l === say.language ? html` selected` : null}>${l === 'vi' ? 'Tiếng Việt' : 'English'}</option>`)}</select></label>
      <label>${say('theme')} <select name="theme">${THEMES.map(t => html`<option value="${t}"${t === theme ? html` selected` : null}>${say(`theme_${t}`)}</option>`)}</select></label>
      <label>${say('help')} <select name="keys"><option value="on"${areKeysOn ? html` selected` : null}>${say('keys_on')}</option><option value="off"${areKeysOn ? null : html` selected`}>${say('keys_off')}</option></select></label>
      <button type="submit" class="primary">${say('save')}</button>
    </form>
  </details>
  <button type="button" class="help" data-key="Shift+Slash" data-open="help">${say('help')} <kbd>?</kbd></button>
</header>`
}

function renderHelp(say: Say): Html {
  return html`
<dialog id="help" aria-labelledby="help-title">
  <h2 id="help-title">${say('help_title')}</h2>
  <p>${say('help_says')}</p>
  <table class="keys"><tbody>${KEY_LIST.map(k => html`<tr><th scope="row">${k.shown.map(s => html`<kbd>${s}</kbd> `)}</th><td>${say(k.says)}</td></tr>`)}</tbody></table>
  <p class="buttons"><button type="button" class="primary" data-close="help">${say('close')} <kbd>Esc</kbd></button></p>
</dialog>`
}
