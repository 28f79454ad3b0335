/** The script of the page: languages, filters, and the way from a mark to its sentence. Plain JavaScript for browsers. */
export const SCRIPT = `
'use strict'
const root = document.documentElement
const all = selector => [...document.querySelectorAll(selector)]
const rows = all('.goals > li[data-kind]')
const marks = new Map()
for (const a of all('.plot a[href^="#g-"]')) {
  const id = a.getAttribute('href').slice(1)
  if (!marks.has(id)) marks.set(id, [])
  marks.get(id).push(a)
}
const fold = text => text.normalize('NFD').replace(/\\p{M}+/gu, '').replace(/đ/gi, 'd').toLowerCase()
for (const row of rows) row.words = fold(row.textContent)
const form = document.querySelector('.filters')
const value = name => form.elements[name].value
function apply() {
  const text = fold(value('text').trim())
  let shown = 0
  for (const row of rows) {
    const d = row.dataset
    const place = value('place')
    const fits = (text === '' || row.words.includes(text)) &&
      (place === '' || d.place === place.split('@')[0] && (d.units === '' || d.units === place.split('@')[1])) &&
      (value('subject') === '' || d.subject === value('subject')) &&
      (value('kind') === '' || d.kind === value('kind')) &&
      (value('confidence') === '' || d.confidence === value('confidence')) &&
      (value('from') === '' || d.year !== '' && +d.year >= +value('from')) &&
      (value('to') === '' || d.year !== '' && +d.year <= +value('to'))
    row.hidden = !fits
    if (fits) shown++
    for (const mark of marks.get(row.id) || []) {
      mark.classList.toggle('off', !fits)
      if (fits) mark.removeAttribute('tabindex'); else mark.setAttribute('tabindex', '-1')
    }
  }
  for (const out of all('[data-shown]')) out.textContent = shown
  for (const tile of all('[data-tile]')) tile.setAttribute('aria-pressed', String(tile.dataset.tile === value('place')))
}
form.addEventListener('input', apply)
form.addEventListener('submit', event => event.preventDefault())
form.addEventListener('reset', () => setTimeout(apply))
for (const tile of all('[data-tile]')) tile.addEventListener('click', () => {
  const place = form.elements.place
  place.value = place.value === tile.dataset.tile ? '' : tile.dataset.tile
  apply()
})
for (const button of all('[data-show-units]')) button.addEventListener('click', () => {
  root.dataset.units = button.dataset.showUnits
  for (const other of all('[data-show-units]')) other.setAttribute('aria-pressed', String(other === button))
})
for (const option of all('option[data-en]')) option.dataset.vi = option.textContent
function speak(language) {
  root.dataset.lang = language
  root.lang = language
  for (const option of all('option[data-en]')) option.textContent = option.dataset[language]
  for (const button of all('[data-speak]')) button.hidden = button.dataset.speak === language
}
for (const button of all('[data-speak]')) button.addEventListener('click', () => speak(button.dataset.speak))
// A sentence that a filter hides is shown to those who ask for it. Rows out of view only have a guessed height: the
// place is looked for again until it stays.
function lead() {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (row === null || !row.closest('.goals')) return
  const within = row.closest('details')
  if (within !== null) within.open = true
  row.hidden = false
  let last, tries = 0
  const settle = () => {
    row.scrollIntoView({ block: 'center' })
    const { top } = row.getBoundingClientRect()
    if (top !== last && tries++ < 20) { last = top; requestAnimationFrame(settle) }
  }
  settle()
}
addEventListener('hashchange', lead)
for (const button of all('[data-show-units]')) button.setAttribute('aria-pressed', String(button.dataset.showUnits === root.dataset.units))
speak(root.dataset.lang)
apply()
lead()
`
