/**
 * Modules as one script that a page holds: each a closed scope that takes from those before it what it imports, and gives what it
 * exports. JavaScript, in the order in which they import each other.
 */
export function oneScript(modules: readonly (readonly [name: string, code: string])[]): string {
  return `'use strict';(() => {\n${modules.map(([name, code]) => alone(name, code)).join('\n')}\n})()\n`
}

function alone(name: string, code: string): string {
  const inside = code
    .replace(
      /^import \{([^{}]*)\} from '\.\/([\w-]+)\.[jt]s';?/gm,
      (_, names: string, from: string) => `const {${names.replaceAll(' as ', ': ').trim()}} = ${scopeOf(from)}`
    )
    .replace(/^export (?:\{\};?)?/gm, '')
    .replace(/^\/\/# sourceMappingURL.*$/gm, '')
    .trim()
  const given = [...code.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(found => found[1])
  return `const ${scopeOf(name)} = (() => {\n${inside}\nreturn { ${given.join(', ')} }\n})()`
}

function scopeOf(name: string): string {
  return `module_${name.replaceAll('-', '_')}`
}
