export { openMemoryStore } from '../../src/stores/sql/sqlite.ts';
