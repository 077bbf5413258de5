/**
 * The document in plain TEI P5: FRUS names are set aside, and attachments, which FRUS has after the closer, become divisions of their
 * own beside the document.
 */
export function plainTei(tei: string): string {
  const attachments: string[] = [];
  const without = tei.replace(/<frus:attachment>.*?<\/frus:attachment>/gs, (attachment) => {
    attachments.push(attachment.replace(/frus:attachment/g, 'div'));
    return '';
  });
  return without.replace(/ frus:[\w-]+="[^"]*"/g, '').replace('</body>', `${attachments.join('\n')}</body>`);
}
