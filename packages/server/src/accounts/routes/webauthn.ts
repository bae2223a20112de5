/** What browsers send of passkeys, as `PublicKeyCredential.toJSON()` writes it (W3C Web Authentication, level 3, 5.1). */
import { z } from 'zod';

const bytes = z
  .string()
  .max(65_536)
  .regex(/^[\w-]*$/)
  .meta({ description: 'Bytes in base64url.' });

const credential = { id: bytes.min(1), rawId: bytes.min(1), type: z.literal('public-key') };
/** Extensions are asked for by nobody, and their results are not read. */
const extensions = z.unknown().transform(() => ({}));

export const registrationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(32)).max(16).exactOptional(),
  }),
  clientExtensionResults: extensions,
});

export const authenticationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.exactOptional(),
  }),
  clientExtensionResults: extensions,
});

/** The options are the library's, and go to the browser as they are. */
export const optionsSchema = z.record(z.string(), z.unknown()).meta({
  description: 'For PublicKeyCredential.parseCreationOptionsFromJSON or parseRequestOptionsFromJSON.',
});
