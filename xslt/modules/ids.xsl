<?xml version="1.0" encoding="UTF-8"?>
<!-- Every xml:id is an address (P5 1.3.1.1.1). What is rendered as an element with an id of its own says so itself; for all others a mark goes
     before what they become, and the pivot's own tree gives the id to it (src/transform/addresses.ts). The phrases of which a text is full set it
     themselves: their rules go before this one (priority 20), for SaxonJS asks the predicate of every element that has no rule above it, and is
     slow to answer. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="*[@xml:id][not(self::ref or self::persName or self::p or self::gloss or self::note or self::pb or self::div or self::TEI)]"
    mode="render list-head pairs caption" priority="10">
    <xsl:call-template name="address"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template name="address"><c:address id="{@xml:id}"/></xsl:template>
</xsl:stylesheet>
