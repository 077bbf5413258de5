<?xml version="1.0" encoding="UTF-8"?>
<!-- The title page (P5 ch. 4.6). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="titlePage" mode="render">
    <section data-kind="titlepage" id="{(@xml:id, 'titlepage')[1]}"><xsl:call-template name="guarded"/><xsl:call-template name="notes"/></section>
  </xsl:template>
  <xsl:template match="docTitle" mode="render">
    <h1 class="docTitle"><xsl:for-each select="*"><xsl:if test="position() gt 1"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates select="." mode="render"/></xsl:for-each></h1>
  </xsl:template>
  <xsl:template match="titlePart" mode="render">
    <span class="titlePart"><xsl:if test="@type"><xsl:attribute name="data-type" select="@type"/></xsl:if><xsl:apply-templates mode="render"/></span>
  </xsl:template>
</xsl:stylesheet>
