import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Node's globals that the scripts use; TypeScript knows its own. */
const node = Object.fromEntries(['process', 'console', 'URL', 'fetch', 'AbortSignal', 'setTimeout', 'clearTimeout', 'require', 'module', '__dirname']
  .map((name) => [name, 'readonly']));

export default tseslint.config(
  { ignores: ['dist/', 'out/', '.vscode-test/', '**/node_modules/', 'test/bed/stubs/', 'test/fixtures/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'src/webview/tsconfig.json', 'test/ui/tsconfig.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // esbuild bundles CommonJS for Node: what must be loaded late is required where it is used.
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: node },
  },
  {
    rules: {
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      // The texts this project is about hold ideographic spaces, and in its patterns an escaped bracket reads better.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipRegExps: true, skipComments: true }],
      'no-useless-escape': 'off',
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
    },
  },
  // What a browser may never do with a source's text: it is text, not HTML.
  {
    files: ['src/webview/**/*.ts'],
    rules: { 'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({ property, message: 'Set text as text.' }))] },
  },
  { files: ['*.config.mjs', '**/*.d.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
