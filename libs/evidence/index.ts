export { createEvidenceFiles, MAX_FILE_BYTES, type EvidenceFiles, type StoredFile } from './evidence-files.ts';
