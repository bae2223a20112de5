/** A device that makes passkeys: Chromium's own virtual authenticator, with a person before it who lets it. */
import type { Page } from '@playwright/test';

export interface Device {
  /** Whether its person proves to be who it is when asked. */
  readonly setVerified: (is: boolean) => Promise<void>;
  /** It is no longer at hand. */
  readonly leave: () => Promise<void>;
}

export async function withDevice(page: Page): Promise<Device> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async setVerified(isUserVerified) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    async leave() {
      await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
  };
}
