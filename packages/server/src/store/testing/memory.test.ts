import { contract } from './contract.ts';
import { MemoryStore } from './memory.ts';

contract('memory', async () => new MemoryStore());
