import JSZip from 'jszip'
import mammoth from 'mammoth'

/** What the converter is given: the parts of a Word file that were checked, and how long the page may become. */
export interface WordParts {
  readonly parts: readonly (readonly [name: string, content: Uint8Array])[]
  readonly chars: number
}

/** A page of a Word file; null where the converter throws, which it does on anything that it does not expect. Runs confined. */
export async function convert({ parts, chars }: WordParts): Promise<{ readonly markup: string } | 'too-long' | null> {
  try {
    // Packed anew, so that the converter finds what was checked and nothing else.
    const archive = new JSZip()
    for (const [name, content] of parts) archive.file(name, content)
    const buffer = await archive.generateAsync({ type: 'nodebuffer' })
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml({ buffer }, { convertImage, includeDefaultStyleMap: true })
    return value.length > chars ? 'too-long' : { markup: value }
  } catch {
    return null
  }
}
