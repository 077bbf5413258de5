<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcription of primary sources (P5 ch. 11 and 3.5): deletions, gaps, stamps, letterheads. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="del" mode="render"><del><xsl:apply-templates mode="render"/></del></xsl:template>
  <xsl:template match="subst" mode="render"><span class="subst"><xsl:apply-templates mode="render"/></span></xsl:template>
  <xsl:template match="gap" mode="render">
    <span class="gap">
      <xsl:for-each select="@reason | @unit | @quantity | @extent"><xsl:attribute name="data-{local-name()}" select="."/></xsl:for-each>
      <xsl:apply-templates mode="render"/>
    </span>
  </xsl:template>
  <xsl:template match="space" mode="render"><span class="space"><xsl:apply-templates mode="render"/></span></xsl:template>
  <!-- Running heads, letterheads and stamps of the archival copy. -->
  <xsl:template match="fw | stamp" mode="render">
    <xsl:element name="{if (parent::div or parent::body or parent::opener or parent::closer) then 'p' else 'span'}">
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="local-name()"/></xsl:call-template>
      <xsl:apply-templates mode="render"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
