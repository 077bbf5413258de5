<?xml version="1.0" encoding="UTF-8"?>
<!-- Elements of the series' own: microfiche stubs, players of films. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:h="http://www.w3.org/1999/xhtml"
  exclude-result-prefixes="#all">

  <xsl:template match="frus:problem | uh-oh" mode="render">
    <p class="{local-name()}"><xsl:apply-templates mode="render"/></p>
  </xsl:template>
  <xsl:template match="frus:page-count-according-to-citation" mode="render">
    <p class="{local-name()}"><span class="added">Pages, as the citation says: </span><xsl:apply-templates mode="render"/></p>
  </xsl:template>
  <xsl:template match="frus:classification" mode="render">
    <span><xsl:call-template name="attributes"><xsl:with-param name="class" select="'classification'"/></xsl:call-template><xsl:apply-templates mode="render"/></span>
  </xsl:template>
  <!-- A page of the facsimile: the file is elsewhere, its name is a fact of the edition. -->
  <xsl:template match="frus:file" mode="render">
    <p class="file" data-path="{@path}"><xsl:if test="@id"><xsl:attribute name="data-n" select="@id"/></xsl:if><span class="added">Facsimile <xsl:value-of select="@path"/></span><xsl:apply-templates mode="render"/></p>
  </xsl:template>
  <xsl:template match="frus:pdf" mode="render">
    <p class="pdf" data-bytes="{@bytes}" data-size="{@readable}"><span class="added">Facsimile as PDF, <xsl:value-of select="@readable"/></span><xsl:apply-templates mode="render"/></p>
  </xsl:template>

  <!-- A player that needed a plug-in and a server: what it played is kept as data. -->
  <xsl:template match="h:object" mode="render"><xsl:apply-templates select=".//h:param" mode="render"/></xsl:template>
  <xsl:template match="h:param[@name = '@videoPlayer']" mode="render" priority="1"><span class="video" data-video="{@value}"/></xsl:template>
  <xsl:template match="h:param | h:script | h:style | h:*[contains(translate(@style, ' ', ''), 'display:none')]" mode="render"/>
  <!-- Other XHTML in the text keeps its words. -->
  <xsl:template match="h:*" mode="render" priority="-1"><span class="xhtml"><xsl:apply-templates mode="render"/></span></xsl:template>
</xsl:stylesheet>
