import ts from 'typescript';

/** An export, and what its sources say of it. */
type Named = readonly [name: string, signature: string];

/** Sources of a module of the playground, by the names of their files. */
export type ModuleSources = Readonly<Record<string, string>>;

/**
 * What a module exports, by name: signatures as a snippet's author needs them, without bodies, private
 * members and comments. Constants are `NAME = value`.
 */
export function moduleSignatures(sources: ModuleSources): ReadonlyMap<string, string> {
  const files = Object.entries(sources).map(([name, text]) =>
    ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true),
  );
  const exported = new Map(files.flatMap((file) => file.statements.flatMap(signaturesOf)));
  const names = files.filter(({ fileName }) => fileName.endsWith('index.ts')).flatMap(namesOf);
  const starred = files.flatMap((file) =>
    names.includes(`*${file.fileName.split('/').at(-1)}`)
      ? file.statements.flatMap(signaturesOf)
      : [],
  );
  const listed = names.flatMap((name) => {
    const signature = exported.get(name);
    return signature === undefined ? [] : [[name, signature] as const];
  });
  return new Map([...listed, ...starred]);
}

/** Those of the signatures that a list of names means; throws at a name that is not exported. */
export function named(signatures: ReadonlyMap<string, string>, names: string): Named[] {
  return names.split(' ').flatMap((name) => {
    const begins = name.endsWith('*') ? name.slice(0, -1) : null;
    const found = [...signatures].filter(([known]) =>
      begins === null ? known === name : known.startsWith(begins),
    );
    if (found.length === 0) throw new Error(`The module exports no ${name}.`);
    return found;
  });
}

/** The names that an index re-exports; `*file.ts` for all of a file. */
function namesOf(index: ts.SourceFile): string[] {
  return index.statements.filter(ts.isExportDeclaration).flatMap((statement) => {
    const { exportClause, moduleSpecifier } = statement;
    if (exportClause && ts.isNamedExports(exportClause))
      return exportClause.elements.map(({ name }) => name.text);
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier)
      ? [`*${moduleSpecifier.text.replace('./', '')}`]
      : [];
  });
}

function signaturesOf(statement: ts.Statement): Named[] {
  const isExported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  if (!isExported) return [];
  if (ts.isFunctionDeclaration(statement) && statement.name)
    return [[statement.name.text, `${statement.name.text}${callable(statement)}`]];
  if (ts.isClassDeclaration(statement) && statement.name)
    return [[statement.name.text, classText(statement)]];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return [[statement.name.text, declarationText(statement)]];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(constantText);
  return [];
}

function constantText({ name, initializer }: ts.VariableDeclaration): Named[] {
  if (!ts.isIdentifier(name) || !initializer) return [];
  if (ts.isCallExpression(initializer)) return [[name.text, name.text + tupleText(initializer)]];
  if (ts.isObjectLiteralExpression(initializer)) {
    const members = initializer.properties
      .filter(ts.isPropertyAssignment)
      .flatMap((member) =>
        ts.isCallExpression(member.initializer)
          ? [`  ${member.name.getText()}${tupleText(member.initializer, '  ')};`]
          : [],
      );
    return [[name.text, [`${name.text} {`, ...members, '}'].join('\n')]];
  }
  if (ts.isArrowFunction(initializer)) return [[name.text, `${name.text}${callable(initializer)}`]];
  return [[name.text, `${name.text} = ${initializer.getText()}`]];
}

/** The parameters of a call, which its declaration has as a tuple; all of them return a number. */
function tupleText(declaration: ts.CallExpression, indent = ''): string {
  const [tuple] = declaration.typeArguments ?? [];
  return `${parameterText(tuple ? elementsOf(tuple) : [], indent)}: number`;
}

/** In one line while it is short, else a line each, as the synopses of the calls are set. */
function parameterText(parameters: readonly string[], indent: string): string {
  const line = parameters.join(', ');
  if (line.length <= 40) return `(${line})`;
  return ['(', ...parameters.map((parameter) => `${indent}  ${parameter},`), `${indent})`].join(
    '\n',
  );
}

/** The elements of a tuple type, with those of the aliases that it names or spreads. */
function elementsOf(type: ts.TypeNode): string[] {
  if (ts.isTupleTypeNode(type)) return type.elements.flatMap(elementsOf);
  if (ts.isRestTypeNode(type)) return elementsOf(type.type);
  if (!ts.isTypeReferenceNode(type)) return [bare(type)];
  const alias = type
    .getSourceFile()
    .statements.filter(ts.isTypeAliasDeclaration)
    .find(({ name }) => name.text === type.typeName.getText());
  return alias ? elementsOf(alias.type) : [bare(type)];
}

function classText(declaration: ts.ClassDeclaration): string {
  const settable = new Set(
    declaration.members.filter(ts.isSetAccessor).map(({ name }) => name.getText()),
  );
  const members = declaration.members.flatMap((member) => memberText(member, settable));
  return [`class ${declaration.name?.text} {`, ...members.map((one) => `  ${one};`), '}'].join(
    '\n',
  );
}

/** A getter and its setter are one property; without a setter, it can only be read. */
function memberText(member: ts.ClassElement, settable: ReadonlySet<string>): string[] {
  if (member.name && ts.isPrivateIdentifier(member.name)) return [];
  if (ts.isConstructorDeclaration(member)) return [`constructor${callable(member)}`];
  if (ts.isMethodDeclaration(member)) return [`${member.name.getText()}${callable(member)}`];
  if (ts.isGetAccessor(member)) {
    const name = member.name.getText();
    return [`${settable.has(name) ? '' : 'readonly '}${name}: ${typeText(member.type)}`];
  }
  if (ts.isPropertyDeclaration(member))
    return [`readonly ${member.name.getText()}: ${typeText(member.type)}`];
  return [];
}

const callable = ({ parameters, type }: ts.SignatureDeclaration): string =>
  `(${parameters.map(bare).join(', ')})${type ? `: ${typeText(type)}` : ''}`;

/** An interface or a type alias, indented as the classes are; the printer knows only four spaces. */
const declarationText = (statement: ts.Statement): string =>
  bare(statement)
    .replace(/^export /, '')
    .replaceAll(/^ {4}/gm, '  ');

const typeText = (type: ts.TypeNode | undefined): string => (type ? bare(type) : 'unknown');

const printer = ts.createPrinter({ removeComments: true });

const bare = (node: ts.Node): string =>
  printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile());
