<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists (P5 3.8): marked by what @rend or @type says, numbered by @n, in pairs of label and item, or as the source has them. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:c="https://chancery.example/ns"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- How the items of a list are marked: 'bulleted', 'numbered', or '' where the list says nothing: most lists of the series have their signs, if
       any, among their words. -->
  <xsl:function name="c:marking" as="xs:string">
    <xsl:param name="list" as="element(list)"/>
    <xsl:variable name="words" as="xs:string*" select="
      if ($list/@rend or $list/@type) then tokenize(lower-case($list/@rend || ' ' || $list/@type)) else ()"/>
    <xsl:sequence select="
      if ($list/item/@n or $words = ('numbered', 'ordered', 'number', 'decimal')) then 'numbered'
      else if ($words = ('bulleted', 'bullet', 'bullets', 'unordered')) then 'bulleted'
      else ''"/>
  </xsl:function>

  <!-- The number that @n says: "4", "4."; nothing for "(4)", "a", "4a", "IV", which are printed as they are. -->
  <xsl:function name="c:number" as="xs:string?">
    <xsl:param name="n" as="attribute()"/>
    <xsl:sequence select="if (matches($n, '^\s*[0-9]{1,9}\.?\s*$')) then replace($n, '[^0-9]', '') else ()"/>
  </xsl:function>

  <!-- Whether an item brings its own sign among its words: "1. …", "(a) …", "• …", "— …", or a label of its own. -->
  <xsl:function name="c:is-signed" as="xs:boolean">
    <xsl:param name="item" as="element(item)"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(substring(string-join($item//text()[not(ancestor::note)]), 1, 400))"/>
    <xsl:variable name="first" as="node()?" select="$item/node()[self::* or normalize-space()][1]"/>
    <xsl:sequence select="$first instance of element(label)
      or matches($words, '^(\([0-9A-Za-z]{1,4}\)|[0-9]{1,3}[.)]|[a-z][.)]|[ivxl]{1,4}[.)])(\s|$)')
      or matches($words, '^[A-Z]{1,4}[.)]\s') and c:is-in-order($item, substring-before(translate($words, ')', '.'), '.'))
      or matches($words, '^[•‣◦●○■□▪▫–—*·-]')
      or ($item/@n and starts-with($words, normalize-space($item/@n)) and not(matches(substring($words, string-length(normalize-space($item/@n)) + 1, 1), '[\p{L}\p{N}]')))"/>
  </xsl:function>

  <!-- Whether "C" or "III" is the sign of a third item, and not a name's initial; asked of the first entries of a list only. -->
  <xsl:function name="c:is-in-order" as="xs:boolean">
    <xsl:param name="item" as="element(item)"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:variable name="before" as="element(item)*" select="$item/preceding-sibling::item[position() le 40]"/>
    <xsl:sequence select="count($before) lt 40 and $sign = (format-integer(count($before) + 1, 'A'), format-integer(count($before) + 1, 'I'))"/>
  </xsl:function>

  <xsl:template match="list" mode="render">
    <xsl:apply-templates select="head" mode="list-head"/>
    <xsl:variable name="marking" as="xs:string" select="c:marking(.)"/>
    <xsl:choose>
      <!-- Most lists have no marks, and nothing to tell their items. -->
      <xsl:when test="$marking = ''">
        <ul><xsl:if test="@*"><xsl:call-template name="attributes"/></xsl:if><xsl:apply-templates mode="render"/></ul>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{if ($marking = 'numbered') then 'ol' else 'ul'}">
          <xsl:call-template name="attributes"><xsl:with-param name="class" select="$marking"/></xsl:call-template>
          <xsl:apply-templates mode="render"><xsl:with-param name="marking" select="$marking"/></xsl:apply-templates>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="head" mode="list-head">
    <p class="list-head">
      <xsl:if test="../@type"><xsl:attribute name="data-type" select="normalize-space(../@type)"/></xsl:if>
      <xsl:apply-templates mode="render"/>
    </p>
  </xsl:template>

  <!-- The head stands before the list. -->
  <xsl:template match="list/head" mode="render pairs" priority="11"/>

  <!-- Pairs of label and item. -->
  <xsl:template match="list[label]" mode="render" priority="1">
    <xsl:apply-templates select="head" mode="list-head"/>
    <dl>
      <xsl:if test="@*"><xsl:call-template name="attributes"/></xsl:if>
      <xsl:apply-templates mode="pairs"/>
    </dl>
  </xsl:template>
  <xsl:template match="label" mode="pairs"><dt><xsl:apply-templates mode="render"/></dt></xsl:template>
  <!-- What heads the two columns (P5 3.8). -->
  <xsl:template match="headLabel" mode="pairs"><dt class="headLabel"><xsl:apply-templates mode="render"/></dt></xsl:template>
  <xsl:template match="headItem" mode="pairs"><dd class="headItem"><xsl:apply-templates mode="render"/></dd></xsl:template>
  <xsl:template match="item" mode="pairs"><dd><xsl:apply-templates mode="render"/></dd></xsl:template>
  <!-- A page that starts between pairs starts with the next label: the pivot's own tree sees to it. -->
  <xsl:template match="pb" mode="pairs"><xsl:apply-templates select="." mode="render"/></xsl:template>
  <!-- Whatever else stands between pairs goes with the entry. -->
  <xsl:template match="*" mode="pairs" priority="-1"><dd class="between"><xsl:apply-templates select="." mode="render"/></dd></xsl:template>
  <xsl:template match="text() | comment() | processing-instruction()" mode="pairs"/>

  <!-- An item with the mark that its list gives it; one with a sign of its own gets none, and counts all the same. -->
  <xsl:template match="item" mode="render">
    <xsl:param name="marking" as="xs:string" select="''"/>
    <li>
      <!-- Most items have no mark. -->
      <xsl:if test="$marking ne '' or @n">
        <xsl:variable name="is-signed" as="xs:boolean" select="$marking ne '' and c:is-signed(.)"/>
        <xsl:variable name="number" as="xs:string?" select="if ($marking = 'numbered' and @n) then c:number(@n) else ()"/>
        <xsl:variable name="mark" as="xs:string?" select="if (@n and not($is-signed) and empty($number)) then normalize-space(@n) else ()"/>
        <xsl:if test="$is-signed or exists($mark)"><xsl:attribute name="class" select="if ($is-signed) then 'signed-item' else 'marked-item'"/></xsl:if>
        <xsl:if test="$number"><xsl:attribute name="value" select="$number"/></xsl:if>
        <!-- What is no number ("a", "IV", "4a") is printed as it is. -->
        <xsl:if test="$mark"><span class="added mark"><xsl:value-of select="if (matches($mark, '[\p{L}\p{N}]$')) then $mark || '.' else $mark"/></span></xsl:if>
      </xsl:if>
      <xsl:apply-templates mode="render"/>
    </li>
  </xsl:template>
  <xsl:template match="label" mode="render"><span class="label"><xsl:apply-templates mode="render"/></span></xsl:template>
</xsl:stylesheet>
