export { createEvidenceFiles, MAX_FILE_BYTES, type EvidenceFiles } from './evidence-files.ts';
