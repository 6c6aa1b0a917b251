import { createRequire } from 'node:module';
import { Language, Parser, type Node } from 'web-tree-sitter';

const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');

/** Names of a file: what each stands for as an ARM expression. */
type Names = Map<string, string>;

/**
 * The little of the Bicep compiler that our files need, on the grammar that editors use: parameters, variables and
 * resources become their ARM form. Throws at a syntax error, an unknown name and anything it does not know.
 */
export async function compileBicep(text: string): Promise<object> {
  await Parser.init();
  const parser = new Parser().setLanguage(await Language.load(grammar));
  const root = parser.parse(text)?.rootNode;
  if (root === undefined || root.hasError) throw new Error(`not Bicep: ${root?.toString() ?? 'nothing'}`);
  const names: Names = new Map();
  const parameters: Record<string, object> = {};
  const resources: object[] = [];
  for (const part of root.namedChildren) {
    const [first, second, third] = part.namedChildren;
    const name = first?.text ?? '';
    switch (part.type) {
      case 'target_scope_assignment':
        if (textOf(one(first)) !== 'subscription') throw new Error('not for a subscription');
        break;
      case 'parameter_declaration':
        declare(names, name, `parameters('${name}')`);
        parameters[name] = { type: one(second).text, defaultValue: valueOf(one(third), names) };
        break;
      case 'variable_declaration':
        declare(names, name, expressionOf(one(second), names));
        break;
      case 'resource_declaration':
        resources.push(resourceOf(names, name, [textOf(one(second)), one(third)]));
        break;
      case 'diagnostic_comment':
        break;
      default:
        throw new Error(`unknown part ${part.type}`);
    }
  }
  return { parameters, resources };
}

function one(node: Node | undefined): Node {
  if (node === undefined) throw new Error('something is missing');
  return node;
}

function declare(names: Names, name: string, expression: string): void {
  if (names.has(name)) throw new Error(`${name} is declared twice`);
  names.set(name, expression);
}

function resourceOf(names: Names, name: string, [typed, body]: [string, Node]): object {
  const [type = '', apiVersion = ''] = typed.split('@');
  const held = objectOf(body, names);
  const own = String(Reflect.get(held, 'name') ?? '').slice(1, -1);
  declare(names, `${name}.id`, `subscriptionResourceId('${type}', ${own})`);
  return { type, apiVersion, ...held };
}

const objectOf = (node: Node, names: Names): object =>
  Object.fromEntries(
    node.namedChildren.map((property) => {
      const [key, value] = property.namedChildren;
      const name = one(key).type === 'string' ? textOf(one(key)) : one(key).text;
      return [name, valueOf(one(value), names)];
    }),
  );

function valueOf(node: Node, names: Names): unknown {
  if (node.type === 'object') return objectOf(node, names);
  if (node.type === 'array') return node.namedChildren.map((child) => valueOf(child, names));
  if (node.type !== 'string') return `[${expressionOf(node, names)}]`;
  const text = textOf(node);
  return text.startsWith('[') ? `[${text}` : text;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\'": "'",
  '\\\\': '\\',
  '\\$': '$',
};

/** The grammar keeps an escaped dollar as content, so escapes are read from the text itself. */
function textOf(node: Node): string {
  if (node.type !== 'string' || /(?<!\\)(\\\\)*\$\{/.test(node.text))
    throw new Error(`no text: ${node.text}`);
  return node.text.slice(1, -1).replaceAll(/\\['\\$]/g, (escape) => ESCAPES[escape] ?? escape);
}

function expressionOf(node: Node, names: Names): string {
  const known = names.get(node.text);
  if (known !== undefined) return known;
  if (node.type === 'member_expression') {
    const [object, property] = node.namedChildren;
    return `${expressionOf(one(object), names)}.${one(property).text}`;
  }
  if (node.type !== 'call_expression') throw new Error(`unknown name ${node.text}`);
  const [called, given] = node.namedChildren;
  if (!FUNCTIONS.has(one(called).text)) throw new Error(`unknown function ${one(called).text}`);
  const values = one(given).namedChildren.map((argument) => expressionOf(argument, names));
  return `${one(called).text}(${values.join(', ')})`;
}

const FUNCTIONS = new Set(['guid', 'subscription']);
