/** A number with its thousands apart; as Vietnamese print it (`1.234,5`) where nothing else is said. */
export function numberInWords(number: number, group = '.', point = ','): string {
  const [whole = '', part] = String(number).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3}){1,7}$)/g, group)
  return part === undefined ? grouped : `${grouped}${point}${part}`
}
