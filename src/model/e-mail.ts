/** An e-mail address as people write it (RFC 5322, §3.4.1, without quoted parts): `editors@example.org`. */
export const E_MAIL = /^[^\s@<>()[\],;:"]+@[^\s@.<>()[\],;:"]+(?:\.[^\s@.<>()[\],;:"]+)+$/;
