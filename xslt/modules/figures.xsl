<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables, figures (P5 ch. 14). -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="table" mode="render">
    <table>
      <xsl:call-template name="attributes"/>
      <xsl:if test="head"><caption><xsl:apply-templates select="head" mode="caption"/></caption></xsl:if>
      <xsl:variable name="header" as="element(row)*" select="row[@role = 'label'][not(preceding-sibling::row[not(@role = 'label')])]"/>
      <xsl:if test="exists($header)"><thead><xsl:apply-templates select="$header" mode="render"/></thead></xsl:if>
      <tbody><xsl:apply-templates select="node() except (head, $header)" mode="render"/></tbody>
    </table>
  </xsl:template>
  <xsl:template match="row" mode="render">
    <tr><xsl:if test="@*"><xsl:call-template name="attributes"/></xsl:if><xsl:apply-templates mode="render"/></tr>
  </xsl:template>
  <!-- What stands between rows has no place in a table of XHTML: it gets a row of its own. -->
  <xsl:template match="table/pb | table/note | table/p | table/lb" mode="render" priority="21">
    <tr class="between"><td colspan="{max((1, ../row/sum(cell/c:span(@cols))))}"><xsl:next-match/></td></tr>
  </xsl:template>
  <xsl:template match="cell" mode="render">
    <td><xsl:call-template name="cell"/></td>
  </xsl:template>
  <!-- A cell without words heads nothing. -->
  <xsl:template match="row[@role = 'label']/cell[normalize-space() or .//graphic]" mode="render" priority="1">
    <th scope="col"><xsl:call-template name="cell"/></th>
  </xsl:template>
  <xsl:template match="cell[@role = 'label'][normalize-space() or .//graphic]" mode="render" priority="2">
    <th scope="row"><xsl:call-template name="cell"/></th>
  </xsl:template>
  <!-- How many columns or rows a cell says that it spans: one where it says nothing that is a number. -->
  <xsl:function name="c:span" as="xs:integer">
    <xsl:param name="spanned" as="attribute()?"/>
    <xsl:sequence select="if ($spanned castable as xs:positiveInteger) then min((xs:integer($spanned), 1000)) else 1"/>
  </xsl:function>

  <xsl:template name="cell">
    <xsl:if test="@cols"><xsl:attribute name="colspan" select="c:span(@cols)"/></xsl:if>
    <xsl:if test="@rows"><xsl:attribute name="rowspan" select="c:span(@rows)"/></xsl:if>
    <!-- Told by the program, which fits the spans to the table. -->
    <xsl:if test="(@cols or @rows) and (c:span(@cols) gt 64 or c:span(@rows) gt count(parent::row/following-sibling::row) + 1)">
      <xsl:attribute name="data-beyond" select="path()"/>
    </xsl:if>
    <xsl:if test="@* except (@cols, @rows)">
      <xsl:call-template name="attributes"><xsl:with-param name="class" select="@role[. ne 'label'] ! ('role-' || .)"/></xsl:call-template>
    </xsl:if>
    <xsl:apply-templates mode="render"/>
  </xsl:template>

  <!-- A figure, its parts in the order of the source. The words that stand first or last are its caption, where XHTML has room for one; what
       describes the picture (figDesc) is its text alternative and is printed only where there is no picture to describe. -->
  <xsl:template match="figure" mode="render">
    <xsl:variable name="shown" as="node()*" select="node()[not(self::figDesc[c:is-alternative(.)])]"/>
    <xsl:variable name="others" as="node()*" select="$shown[self::* and not(self::head or self::p)]"/>
    <xsl:variable name="first" as="element()*" select="$shown[self::head or self::p][empty($others) or . &lt;&lt; $others[1]]"/>
    <xsl:variable name="caption" as="element()*"
      select="if (exists($first)) then $first else $shown[self::head or self::p][. >> $others[last()]]"/>
    <figure>
      <xsl:call-template name="attributes"/>
      <xsl:apply-templates select="figDesc[c:is-alternative(.)]" mode="caption"/>
      <xsl:for-each select="$shown">
        <xsl:choose>
          <xsl:when test=". is $caption[1]"><figcaption><xsl:apply-templates select="$caption" mode="caption"/></figcaption></xsl:when>
          <xsl:when test="exists(. intersect $caption)"/>
          <xsl:when test="self::head"><p class="figure-head"><xsl:apply-templates select="." mode="caption"/></p></xsl:when>
          <xsl:otherwise><xsl:apply-templates select="." mode="render"/></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </figure>
  </xsl:template>
  <!-- A description that has nothing of its own to show, of the one picture in its figure. -->
  <xsl:function name="c:is-alternative" as="xs:boolean">
    <xsl:param name="description" as="element(figDesc)"/>
    <xsl:sequence select="exists($description/../graphic) and empty($description//(note | pb | gap | figure))
      and empty($description/preceding-sibling::figDesc)"/>
  </xsl:function>
  <xsl:template match="figDesc" mode="render">
    <p><xsl:call-template name="attributes"><xsl:with-param name="class" select="'figDesc'"/></xsl:call-template><xsl:apply-templates mode="render"/></p>
  </xsl:template>
  <!-- Its words are read off the graphic; only its address is left. -->
  <xsl:template match="figDesc" mode="caption"/>
  <xsl:template match="head" mode="caption"><xsl:if test="preceding-sibling::head"><br/></xsl:if><span class="head"><xsl:apply-templates mode="render"/></span></xsl:template>
  <xsl:template match="p" mode="caption"><xsl:apply-templates select="." mode="render"/></xsl:template>

  <!-- The picture itself is not part of the TEI file: its name is carried, for whoever has the pictures. -->
  <xsl:template match="graphic" mode="render">
    <xsl:variable name="description" as="xs:string" select="
      if (preceding-sibling::graphic) then '' else normalize-space(../figDesc[c:is-alternative(.)])"/>
    <span class="graphic" data-url="{c:based(.)}" role="img" aria-label="{($description, normalize-space(../head[1]), normalize-space(../p[1]), 'Figure')[. ne ''][1]}">
      <xsl:if test="$description ne ''"><xsl:attribute name="data-described" select="'figDesc'"/></xsl:if>
      <xsl:if test="@width"><xsl:attribute name="data-width" select="@width"/></xsl:if>
      <xsl:if test="@height"><xsl:attribute name="data-height" select="@height"/></xsl:if>
    </span>
    <xsl:apply-templates select="*" mode="render"/>
  </xsl:template>
  <!-- The address of a picture from the folder of the volume: relative to the bases of what it stands in (XML Base), but for addresses of the web, at which
       the volume is published. -->
  <xsl:function name="c:based" as="xs:string">
    <xsl:param name="graphic" as="element(graphic)"/>
    <xsl:variable name="url" as="xs:string" select="normalize-space($graphic/@url)"/>
    <xsl:variable name="folders" as="xs:string*" select="$graphic/ancestor-or-self::*/@xml:base[not(matches(., '^([a-zA-Z][a-zA-Z0-9+.-]*:|/)'))] ! replace(normalize-space(), '[^/]+$', '')"/>
    <xsl:sequence select="if (empty($folders) or matches($url, '^([a-zA-Z][a-zA-Z0-9+.-]*:|/)')) then $url else replace(string-join(($folders, $url)), '(^|/)\./', '$1')"/>
  </xsl:function>
  <!-- A recording, and a file inside the file, which no edition can show. -->
  <xsl:template match="media | binaryObject" mode="render">
    <span class="media" data-url="{normalize-space(@url)}"><span class="added words"><xsl:value-of select="'[' || (@mimeType ! substring-before(., '/'), 'file')[. ne ''][1] || ']'"/></span><xsl:apply-templates select="*" mode="render"/></span>
  </xsl:template>
  <xsl:template match="formula" mode="render"><span class="formula"><xsl:apply-templates mode="render"/></span></xsl:template>
</xsl:stylesheet>
