/** Handlers of XML events that are made of others. */
import type { XmlHandler } from './sax.js';

/** One handler that gives every event to each. */
export function inTurn(handlers: readonly XmlHandler[]): XmlHandler {
  return {
    startTag: (tag, start, end) => {
      for (const h of handlers) h.startTag?.(tag, start, end);
    },
    endTag: (tag, start, end) => {
      for (const h of handlers) h.endTag?.(tag, start, end);
    },
    text: (text, start, end) => {
      for (const h of handlers) h.text?.(text, start, end);
    },
    comment: (text, start, end) => {
      for (const h of handlers) h.comment?.(text, start, end);
    },
    processingInstruction: (target, data, start, end) => {
      for (const h of handlers) h.processingInstruction?.(target, data, start, end);
    },
  };
}

/** The handler without the events that it has had already. */
export function skipFirst(events: number, handler: XmlHandler): XmlHandler {
  if (events === 0) return handler;
  let left = events;
  const isNew = (): boolean => left-- <= 0;
  return {
    startTag: (tag, start, end) => {
      if (isNew()) handler.startTag?.(tag, start, end);
    },
    endTag: (tag, start, end) => {
      if (isNew()) handler.endTag?.(tag, start, end);
    },
    text: (text, start, end) => {
      if (isNew()) handler.text?.(text, start, end);
    },
    comment: (text, start, end) => {
      if (isNew()) handler.comment?.(text, start, end);
    },
    processingInstruction: (target, data, start, end) => {
      if (isNew()) handler.processingInstruction?.(target, data, start, end);
    },
  };
}
